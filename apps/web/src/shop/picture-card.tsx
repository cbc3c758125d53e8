import { largestPicture } from "@org/integrations/pictures/names";
import type { Product } from "@org/stores/mohallamart/port";
import { TextField } from "../design/field.tsx";
import { ProductPicture } from "../storefront/product-picture.tsx";
import { removePicture } from "./picture-actions.ts";
import styles from "./picture-card.module.css";
import { pictureNews } from "./picture-news.ts";

interface PictureCardProps {
  product: Product;
  /** What became of the last upload, as the address says it. */
  news: string | string[] | undefined;
}

/** A product's picture and the forms that exchange it and take it away, which need no script. */
export function PictureCard({ product, news }: PictureCardProps) {
  const { productId, picture } = product;
  const said = pictureNews(news);
  return (
    <section className={`card ${styles.picture}`} aria-labelledby="picture">
      <ProductPicture product={product} sizes="9rem" className={styles.mark} />
      <div>
        <h2 id="picture">Picture</h2>
        {said && (
          <p className={said.isGood ? "notice good" : "notice bad"} role={said.isGood ? "status" : "alert"}>
            {said.message}
          </p>
        )}
        <form
          method="post"
          action={`/shop/products/${productId}/picture`}
          encType="multipart/form-data"
          aria-label="Picture"
        >
          <TextField
            name="photo"
            label={picture ? "Another photo instead" : "A photo of it"}
            hint={`JPEG, PNG or WebP, at most ${largestPicture / 1024 / 1024} MB. It is cut to a square around its middle.`}
            type="file"
            accept="image/jpeg,image/png,image/webp"
            required
          />
          <button type="submit" className="button">
            {picture ? "Exchange the picture" : "Add the picture"}
          </button>
        </form>
        {picture && (
          <form action={removePicture} className={styles.removal}>
            <input type="hidden" name="productId" value={productId} />
            <button type="submit" className="text-button">
              Remove the picture
            </button>
          </form>
        )}
      </div>
    </section>
  );
}
