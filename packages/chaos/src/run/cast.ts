import { setTimeout as sleep } from "node:timers/promises";
import type { SentMessage } from "@org/local-stack";
import { demoShopkeepers } from "@org/stores/demo-data/mohallamart";
import { demoAdmins, demoUnits } from "@org/stores/demo-data/ten-ocean";
import type { Pool } from "@org/stores/postgres";
import { codeIn, signIn } from "../people/acts.ts";
import { createVisitor, type Visitor } from "../people/visitor.ts";
import type { ChaosStack } from "../stack/start-stack.ts";

export interface Resident {
  userId: string;
  email: string;
  browser: Visitor;
}

/** Those who have an account, signed in before anything is broken. */
export interface Cast {
  admin: Visitor;
  shopkeeper: Visitor;
  residents: Resident[];
  /** By shop: what customers order of. */
  ordered: ReadonlyMap<string, readonly string[]>;
  /** What only its shopkeeper touches. */
  priced: readonly string[];
  /** What an address was sent, oldest first. */
  mailbox(address: string): readonly SentMessage[];
  /** Somebody new, with a network of their own. */
  newVisitor(): Visitor;
}

const residentCount = 12;
/** Of each shop's first products: nobody orders what its shopkeeper changes the price of. */
const pricedShop = "shop_790";
const pricedCount = 4;
/** So many pieces of the first product of each shop, which sells out; of the others there are more than enough. */
const few = 5;
const plenty = 100_000;

export async function gatherCast(stack: ChaosStack, pool: Pool): Promise<Cast> {
  let visitors = 0;
  const newVisitor = () => {
    visitors += 1;
    return createVisitor(stack.urls.web, `10.${visitors >> 16}.${(visitors >> 8) & 255}.${visitors & 255}`);
  };
  const signedIn = async (email: string, path: string) => {
    const browser = newVisitor();
    await signIn(browser, path, email, () => codeFor(stack, email));
    return browser;
  };
  const shops = await productsByShop(pool);
  const priced = (shops.get(pricedShop) ?? []).slice(0, pricedCount);
  const ordered = new Map([...shops].map(([shop, ids]) => [shop, ids.filter((id) => !priced.includes(id))]));
  const residents = await Promise.all(
    (await moveIn(pool)).map(async ({ userId, email }): Promise<Resident> => {
      return { userId, email, browser: await signedIn(email, "/ten-ocean/profile") };
    }),
  );
  const keeper = demoShopkeepers.find(({ shopId }) => shopId === pricedShop)?.email ?? "";
  return {
    admin: await signedIn(demoAdmins[0]?.email ?? "", "/ten-ocean/admin/registrations"),
    shopkeeper: await signedIn(keeper, "/shop"),
    residents,
    ordered,
    priced,
    newVisitor,
    mailbox: (address) => stack.emulators.outbox().filter(({ to }) => to === address),
  };
}

/** Fills the shelves, so that a long run does not only meet sold-out products. */
export async function stockUp(pool: Pool): Promise<void> {
  await pool.query("update mohallamart.products set stock = $1", [plenty]);
  await pool.query(
    `update mohallamart.products set stock = $1
     where product_id in (select max(product_id) from mohallamart.products group by shop_id)`,
    [few],
  );
}

async function productsByShop(pool: Pool): Promise<Map<string, string[]>> {
  const { rows } = await pool.query<{ shop: string; ids: string[] }>(
    `select shop_id as shop, array_agg(product_id order by product_id) as ids
     from mohallamart.products group by shop_id order by shop_id`,
  );
  return new Map(rows.map(({ shop, ids }) => [shop, ids]));
}

/** Residents who were verified long ago. */
async function moveIn(pool: Pool): Promise<{ userId: string; email: string }[]> {
  const people = Array.from({ length: residentCount }, (_, index) => ({
    userId: `user_neighbour${index + 1}`,
    email: `neighbour${index + 1}@residents.example`,
    unitId: demoUnits[index]?.unitId,
  }));
  for (const { userId, email, unitId } of people) {
    await pool.query(
      `insert into ten_ocean.residents (user_id, email, first_name, last_name, unit_id, status, standing)
       values ($1, $2, 'Neighbour', 'Iyer', $3, 'verified', 'resident')`,
      [userId, email, unitId],
    );
  }
  return people;
}

async function codeFor({ emulators }: ChaosStack, email: string): Promise<string> {
  for (let tries = 0; tries < 400; tries++) {
    const codes = emulators
      .outbox()
      .filter(({ to }) => to === email)
      .map(({ subject = "" }) => codeIn(subject));
    const code = codes.findLast(Boolean);
    if (code) return code;
    await sleep(50);
  }
  throw new Error(`No email with a sign-in code came for ${email}.`);
}
