import { betterAuth } from 'better-auth';
import { bearer } from 'better-auth/plugins/bearer';
import type { Hub } from '../../engine/hub.ts';

export interface PeopleSettings {
  /** Signs session cookies. */
  readonly secret: string;
  /** The address people open the hub under, when it is known; decides whether cookies are Secure. */
  readonly publicUrl?: string | undefined;
}

/** Carries the address of the client to the rate limiter; set by us, never taken from the request. */
export const CLIENT_ADDRESS_HEADER = 'x-moa-client-address';

/** How a session's cookie begins; with `Secure` its name has a prefix. */
export const SESSION_COOKIE = 'moa.session_token=';

export const MIN_PASSWORD_LENGTH = 8;

/** Sign-in tries from one address within a minute. */
const SIGN_INS_PER_MINUTE = 10;

/** Sessions of people: better-auth on our own tables. Accounts are made by an administrator, never by sign-up. */
export function openPeople(hub: Hub, { secret, publicUrl }: PeopleSettings) {
  return betterAuth({
    secret,
    baseURL: publicUrl ?? 'http://localhost',
    basePath: '/api/auth',
    trustedOrigins: originsOf,
    database: { db: hub.db.root, type: 'postgres' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: MIN_PASSWORD_LENGTH },
    plugins: [bearer()],
    telemetry: { enabled: false },
    // Its messages are fixed texts; the arguments behind them carry e-mail addresses and are dropped.
    logger: { level: 'error', log: (_level, message) => hub.log.warn({ source: 'auth' }, message) },
    advanced: {
      cookiePrefix: 'moa',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    },
    rateLimit: {
      enabled: true,
      storage: 'memory',
      customRules: { '/sign-in/email': { window: 60, max: SIGN_INS_PER_MINUTE } },
    },
    user: {
      modelName: 'auth_users',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'auth_sessions',
      fields: {
        expiresAt: 'expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        userId: 'user_id',
      },
    },
    account: {
      modelName: 'auth_identities',
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'auth_verifications',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
  });
}

export type People = ReturnType<typeof openPeople>;

/** Pages of the address that was asked are our own, under whatever name the machine is reached. */
function originsOf(request?: Request): string[] {
  if (request === undefined) return [];
  const { host } = new URL(request.url);
  return [`http://${host}`, `https://${host}`];
}
