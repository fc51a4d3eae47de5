/** What answers otherwise once something was done with an order; lists are told of it by their events. */
export const ORDER: readonly string[] = ['/api/v1/orders/{id}'];
