/** An event's name as files and URLs spell it: `product.outOfStock` is `product-out-of-stock`. */
export function eventSlug(event: string): string {
  return event.replaceAll(/[./]/g, "-").replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
