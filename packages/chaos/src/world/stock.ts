import type { Finding, Snapshot } from "./snapshot.ts";

/** What is on each shelf is what was there, less what the orders that stand took. */
export function lookAtStock({
  orders,
  products,
  shelf,
}: Pick<Snapshot, "orders" | "products" | "shelf">): Finding[] {
  const [sold, reserved] = [new Map<string, number>(), new Map<string, number>()];
  for (const { status, isTaken, isRestored, lines } of orders) {
    const counted = isTaken && !isRestored ? sold : !isTaken && !isRestored ? reserved : undefined;
    if (status === "cancelled" && !isTaken && isRestored) continue;
    for (const { productId, quantity } of lines) {
      counted?.set(productId, (counted.get(productId) ?? 0) + quantity);
    }
  }
  return products.flatMap(({ productId: id, stock, reserved: held }) => {
    const { before, logged } = shelf.get(id) ?? { before: 0, logged: 0 };
    const found: Finding[] = [];
    const wrong = (says: string) => found.push({ kind: "wrong", what: "stock", id, says });
    const expected = before - (sold.get(id) ?? 0);
    if (stock !== expected) wrong(`${stock} pieces are there, by the orders ${expected}`);
    if (stock !== before + logged) wrong(`${stock} pieces are there, by its log ${before + logged}`);
    const promised = reserved.get(id) ?? 0;
    if (held !== promised) wrong(`${held} pieces are reserved, by the orders ${promised}`);
    return found;
  });
}
