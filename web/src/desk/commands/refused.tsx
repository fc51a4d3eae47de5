import type { Schema } from '../../api/types.ts';
import { CommandNote } from './command-note.tsx';
import { CommandState } from './command-state.tsx';

/** What the marketplace did not take, with its reason and the way on. */
export function Refused({ commands }: { readonly commands: readonly Schema<'Command'>[] }) {
  return commands.map((command) => (
    <div key={command.id} role="alert" className="flex flex-col items-start gap-1">
      <CommandState state={command.state} />
      <CommandNote command={command} />
    </div>
  ));
}
