import type { ReactNode } from 'react';

/** Says why there is nothing here, and what to do. */
export function EmptyState({
  icon,
  title,
  children,
  action,
}: {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-center gap-2 px-6 py-14 text-center">
      {icon === undefined ? null : (
        <div aria-hidden="true" className="mb-1 text-faint [&_svg]:size-7">
          {icon}
        </div>
      )}
      <p className="text-base font-medium">{title}</p>
      {children === undefined ? null : <div className="max-w-md text-sm text-soft">{children}</div>}
      {action === undefined ? null : <div className="mt-2">{action}</div>}
    </div>
  );
}
