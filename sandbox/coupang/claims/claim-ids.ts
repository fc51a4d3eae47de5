/** Gives out the numbers of one shop's claims: each kind has the length Coupang's have and never repeats, not even across shops. */
export interface ClaimIds {
  receipt(): string;
  payment(): string;
  returnDelivery(): string;
  exchange(): string;
  exchangeItem(): string;
  exchangeAddress(): string;
}

/** The numbers of the claims of the shop with this number. They ask chance for nothing, so that claims move no other choice. */
export function createClaimIds(shopNumber: number): ClaimIds {
  const shop = String(shopNumber).padStart(3, '0');
  const sequence = (prefix: string, digits: number, gap: number) => {
    let last = 0;
    return () => {
      last += gap;
      return `${prefix}${shop}${String(last).padStart(digits, '0')}`;
    };
  };
  return {
    receipt: sequence('3', 6, 7),
    payment: sequence('152', 8, 3),
    returnDelivery: sequence('1', 6, 3),
    exchange: sequence('10', 5, 3),
    exchangeItem: sequence('1', 5, 1),
    exchangeAddress: sequence('2', 5, 1),
  };
}
