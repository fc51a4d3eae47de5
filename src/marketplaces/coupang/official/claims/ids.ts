/** Receipts and exchanges are numbered apart, so their ids carry what they are. */
export const claimIdOfReceipt = (receiptId: string): string => `R${receiptId}`;
export const claimIdOfExchange = (exchangeId: string): string => `E${exchangeId}`;

/** The number by which Coupang knows the claim. */
export function nativeNumber(claimId: string): string {
  return claimId.slice(1);
}

export function isExchangeId(claimId: string): boolean {
  return claimId.startsWith('E');
}
