import type { LineTarget } from '../../kit/shop.ts';

/** Targets of one delivery, which most calls act on as a whole. */
export function byDelivery<Target extends LineTarget>(
  targets: readonly Target[],
): readonly (readonly Target[])[] {
  return [
    ...Map.groupBy(targets, ({ nativeOrderId, packageKey }) => `${nativeOrderId} ${packageKey}`).values(),
  ];
}
