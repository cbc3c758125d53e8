/**
 * Rules that span fields. They stand apart from the contracts, so that the compiled ones carry them and no zod.
 * The gate knows a rule by its code: another form of the same is one that it cannot prove.
 */

interface Changed {
  changed: readonly string[];
}

export const prepaidNamesPayment = ({ payment, paymentId }: { payment?: string; paymentId?: string }) =>
  payment !== "prepaid" || paymentId !== undefined;

export const priceExactlyWhenChanged = ({ changed, price }: Changed & { price?: unknown }) =>
  changed.includes("price") === (price !== undefined);

export const stockExactlyWhenChanged = ({ changed, stock }: Changed & { stock?: unknown }) =>
  changed.includes("stock") === (stock !== undefined);

export const namesSomeone = ({ userId, sessionId }: { userId?: string; sessionId?: string }) =>
  userId !== undefined || sessionId !== undefined;
