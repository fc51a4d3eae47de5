import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/**
 * A link in a row of a table. The router's own follows every change of the address to know whether it is active; a
 * hundred of them make scrolling slow.
 */
export function RowLink({
  href,
  className,
  children,
}: {
  /** A page of the desk. */
  readonly href: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const router = useRouter();
  return (
    <a
      href={href}
      className={className}
      onClick={(event) => {
        // Another tab or window is the browser's business.
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        router.navigate({ href });
      }}
    >
      {children}
    </a>
  );
}
