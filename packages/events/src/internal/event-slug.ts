/**
 * An event's name as its source file, its page and its schemas spell it: `product.outOfStock` is `product-out-of-stock`.
 * A catalogue's own name in front is left out, because the folder says it.
 */
export function eventSlug(catalogue: string, event: string): string {
  const slug = event.replaceAll(/[./]/g, "-").replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return slug.startsWith(`${catalogue}-`) ? slug.slice(catalogue.length + 1) : slug;
}
