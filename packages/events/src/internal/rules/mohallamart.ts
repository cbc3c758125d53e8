/** Rules that span fields. They stand apart from the contracts, so that the compiled ones carry them and no zod. */

interface Changed {
  changed: readonly string[];
}

export function prepaidNamesPayment(order: { payment?: string; paymentId?: string }): boolean {
  return order.payment !== "prepaid" || order.paymentId !== undefined;
}

export function priceExactlyWhenChanged({ changed, price }: Changed & { price?: unknown }): boolean {
  return changed.includes("price") === (price !== undefined);
}

export function stockExactlyWhenChanged({ changed, stock }: Changed & { stock?: unknown }): boolean {
  return changed.includes("stock") === (stock !== undefined);
}

export function namesSomeone({ userId, sessionId }: { userId?: string; sessionId?: string }): boolean {
  return userId !== undefined || sessionId !== undefined;
}
