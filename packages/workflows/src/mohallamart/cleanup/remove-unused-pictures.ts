import { pictureOf } from "@org/integrations/pictures/names";
import type { Pictures } from "@org/integrations/pictures/port";
import { cron, type InngestFunction } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import { brandOf } from "../brand.ts";
import type { Uses } from "../ports.ts";

type Ports = Uses<{ inngest: true; products: "picturesInUse"; pictures: true; brand: true }>;

/** Pictures that the store is asked about at once. */
const askedAtOnce = 500;
/** Pictures that one run removes, three files each; the next run goes on. */
const mostPerRun = 500;

/**
 * Removes the files of pictures that no product has any more, every week: those that were exchanged or taken away, or
 * whose product is gone, and what an upload left that did not come to its end.
 *
 * A picture that no product has gets one only by the upload that is under way, for every upload makes new names. So
 * what has none before and after three days of waiting has none for good; copies of pages and lists live shorter.
 */
export function removeUnusedPictures({ inngest, products, pictures, ...ports }: Ports): InngestFunction.Any {
  const { timeZone } = brandOf(ports);
  return inngest.createFunction(
    {
      id: "remove-unused-pictures",
      triggers: [cron(`TZ=${timeZone} 15 4 * * 0`)],
      retries: defaultRetries,
    },
    async ({ step }) => {
      if (!pictures) return { removed: 0 };
      const found = await step.run("find-unused-pictures", async () => {
        const kept = [...new Set((await pictures.list()).flatMap((name) => pictureOf(name) ?? []))];
        return await unusedOf(products, kept);
      });
      if (found.length === 0) return { removed: 0 };
      await step.sleep("wait-until-nobody-shows-them", "3d");
      const removed = await step.run("remove-unused-pictures", async () => {
        const unused = await unusedOf(products, found);
        for (const picture of unused) await removeFiles(pictures, picture);
        return unused.length;
      });
      return { removed };
    },
  );
}

/** Those of some pictures that no product has, at most `mostPerRun`. */
async function unusedOf(products: Ports["products"], pictures: readonly string[]): Promise<string[]> {
  const unused: string[] = [];
  for (let at = 0; at < pictures.length && unused.length < mostPerRun; at += askedAtOnce) {
    const asked = pictures.slice(at, at + askedAtOnce);
    const used = new Set(await products.picturesInUse(asked));
    unused.push(...asked.filter((picture) => !used.has(picture)));
  }
  return unused.slice(0, mostPerRun);
}

async function removeFiles(pictures: Pictures, picture: string): Promise<void> {
  for (const name of await pictures.list(`${picture}/`)) await pictures.remove(name);
}
