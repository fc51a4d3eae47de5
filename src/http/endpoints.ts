import { changeAccountEndpoint } from './accounts/change.ts';
import { createAccountEndpoint } from './accounts/create.ts';
import { disconnectAccountEndpoint } from './accounts/disconnect.ts';
import { listAccountsEndpoint } from './accounts/list.ts';
import { readAccountEndpoint } from './accounts/read.ts';
import { changePassword } from './auth/change-password.ts';
import { readSession } from './auth/session.ts';
import { signIn } from './auth/sign-in.ts';
import { signOut } from './auth/sign-out.ts';
import { readCommand } from './commands/read.ts';
import type { Endpoint } from './context.ts';
import { readHealth } from './health.ts';
import { batchConfirm } from './orders/batch-confirm.ts';
import { changeInvoice } from './orders/change-invoice.ts';
import { delayOrder } from './orders/delay.ts';
import { listOrdersEndpoint } from './orders/list.ts';
import { readOrder } from './orders/read.ts';
import { setOrderStatus } from './orders/set-status.ts';
import { listPlatforms } from './platforms/list.ts';
import { listSyncLogs } from './sync/list-logs.ts';
import { readSyncLog } from './sync/read-log.ts';
import { startOrderSync } from './sync/start-orders.ts';
import { readSyncStatus } from './sync/status.ts';
import { testConnectionEndpoint } from './sync/test-connection.ts';

/** Endpoints that anybody may call; each checks for itself what it needs. */
export const OPEN_ENDPOINTS: readonly Endpoint[] = [readHealth, signIn, signOut, readSession, changePassword];

/** Endpoints under `/api/v1`, which need a token or a session. */
export const API_ENDPOINTS: readonly Endpoint[] = [
  listPlatforms,
  createAccountEndpoint,
  listAccountsEndpoint,
  readAccountEndpoint,
  changeAccountEndpoint,
  disconnectAccountEndpoint,
  testConnectionEndpoint,
  startOrderSync,
  listSyncLogs,
  readSyncLog,
  readSyncStatus,
  listOrdersEndpoint,
  readOrder,
  setOrderStatus,
  changeInvoice,
  delayOrder,
  batchConfirm,
  readCommand,
];
