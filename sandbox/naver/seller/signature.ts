import bcrypt from 'bcryptjs';

/** What the seller's program signs, and how: Base64 of bcrypt over id and time, salted with the secret (sheet §1.4). */
export function signatureOf(clientId: string, timestamp: string, clientSecret: string): string {
  return Buffer.from(bcrypt.hashSync(`${clientId}_${timestamp}`, clientSecret), 'ascii').toString('base64');
}

/** Whether a text can be an application secret: a bcrypt salt of 29 characters. */
export function isSecret(text: string): boolean {
  return /^\$2[aby]\$\d\d\$[./A-Za-z0-9]{22}$/.test(text);
}

/** Checks signatures and remembers the ones that held, because bcrypt is slow on purpose. */
export interface SignatureVerifier {
  verify(timestamp: string, signature: string, clientSecret: string): boolean;
}

const REMEMBERED = 1_000;

/** A verifier for one application. */
export function createSignatureVerifier(clientId: string): SignatureVerifier {
  const known = new Set<string>();
  return {
    verify(timestamp, signature, clientSecret) {
      const key = `${timestamp} ${signature} ${clientSecret}`;
      if (known.has(key)) return true;
      // The URL-safe alphabet spells these bytes the same way, save for the padding they never need.
      if (signature !== signatureOf(clientId, timestamp, clientSecret)) return false;
      if (known.size >= REMEMBERED) known.clear();
      known.add(key);
      return true;
    },
  };
}
