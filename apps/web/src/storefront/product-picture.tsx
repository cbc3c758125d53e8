import { pictureFile, pictureWidths } from "@org/integrations/pictures/names";
import type { Product } from "@org/stores/mohallamart/port";
import { ProductMark } from "../design/product-mark.tsx";
import { pictures } from "../vendors.ts";

interface ProductPictureProps {
  product: Pick<Product, "name" | "picture">;
  /** How wide it is shown, as `sizes` of an image says it. */
  sizes: string;
  className?: string | undefined;
  /** Whether it is what the page is opened for, and comes before anything else. */
  isFirst?: boolean;
}

/** A product as its shop photographed it, or its drawn mark: a square either way, of which a card may show the middle. */
export function ProductPicture({ product, sizes, className, isFirst = false }: ProductPictureProps) {
  const { name, picture } = product;
  const kept = pictures();
  if (!picture || !kept) return <ProductMark name={name} className={className} />;
  const at = (width: (typeof pictureWidths)[number]) =>
    `${kept.publicUrl ?? "/pictures"}/${pictureFile(picture, width)}`;
  return (
    // biome-ignore lint/performance/noImgElement: it is kept in the widths that are shown.
    <img
      src={at(480)}
      srcSet={pictureWidths.map((width) => `${at(width)} ${width}w`).join(", ")}
      sizes={sizes}
      width={480}
      height={480}
      alt={name}
      className={className}
      loading={isFirst ? "eager" : "lazy"}
      fetchPriority={isFirst ? "high" : "auto"}
      decoding="async"
    />
  );
}
