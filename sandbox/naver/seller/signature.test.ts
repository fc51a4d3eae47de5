import { describe, expect, it } from 'vitest';
import { createSignatureVerifier, isSecret, signatureOf } from './signature.ts';

/** Sheet §1.4. */
const VECTORS = [
  {
    clientId: 'aaaabbbbcccc',
    secret: '$2a$10$abcdefghijklmnopqrstuv',
    timestamp: '1643961623299',
    signature: 'JDJhJDEwJGFiY2RlZmdoaWprbG1ub3BxcnN0dXVCVldZSk42T0VPdEx1OFY0cDQxa2IuTnpVaUEzbmsy',
  },
  {
    clientId: 'hubTestAppId0000000001',
    secret: '$2a$04$N7kQ1xZb3T9mWc5RyE2hPe',
    timestamp: '1795219200123',
    signature: 'JDJhJDA0JE43a1ExeFpiM1Q5bVdjNVJ5RTJoUGV5RVR5NzBMc00xWUpyYmdKbkVreEtGakpOTDVJVE1x',
  },
];

describe('signature', () => {
  it.each(VECTORS)('spells the sheet vector of $clientId', ({ clientId, secret, timestamp, signature }) => {
    expect(signatureOf(clientId, timestamp, secret)).toBe(signature);
    expect(createSignatureVerifier(clientId).verify(timestamp, signature, secret)).toBe(true);
  });

  it('does not hold for another time, secret or application', () => {
    const [
      { clientId, secret, timestamp, signature } = { clientId: '', secret: '', timestamp: '', signature: '' },
    ] = VECTORS.slice(1);
    const verifier = createSignatureVerifier(clientId);
    expect(verifier.verify('1795219200124', signature, secret)).toBe(false);
    expect(verifier.verify(timestamp, signature, '$2a$04$N7kQ1xZb3T9mWc5RyE2hPO')).toBe(false);
    expect(createSignatureVerifier('other').verify(timestamp, signature, secret)).toBe(false);
  });

  it('remembers what held only together with the secret it held for', () => {
    const verifier = createSignatureVerifier('app');
    const old = '$2a$04$N7kQ1xZb3T9mWc5RyE2hPe';
    const signature = signatureOf('app', '1', old);
    expect(verifier.verify('1', signature, old)).toBe(true);
    expect(verifier.verify('1', signature, old)).toBe(true);
    expect(verifier.verify('1', signature, '$2a$04$AAAAAAAAAAAAAAAAAAAAAO')).toBe(false);
  });

  it('knows a secret by its shape', () => {
    expect(isSecret('$2a$04$N7kQ1xZb3T9mWc5RyE2hPe')).toBe(true);
    expect(isSecret('$2a$04$short')).toBe(false);
    expect(isSecret('plain-secret')).toBe(false);
  });
});
