import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { lastSeen } from './list-memory.ts';

/** Leads from one thing back to its list, with the filters it had. */
export function BackLink({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <Link
      to={to}
      search={lastSeen(to)}
      className="flex items-center gap-1 self-start text-sm text-soft hover:text-ink"
    >
      <ArrowLeft className="size-4" aria-hidden="true" />
      {children}
    </Link>
  );
}
