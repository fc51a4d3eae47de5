import type { Schema } from '../../api/types.ts';

/** A reading, without the field that is always null and that the client leaves out. */
export type Run = Omit<Schema<'SyncRun'>, 'product_ids'>;
