import { headers } from "next/headers";
import Link from "next/link";
import type { ReactNode } from "react";
import { requestedPathHeader } from "#src/http/requested-path.ts";
import { askedFor, type Section, sectionOf } from "#src/missing/sections.ts";
import MohallaMartLayout from "./(mohallamart)/layout.tsx";
import OrderNotFound from "./(mohallamart)/orders/[orderId]/not-found.tsx";
import ProductNotFound from "./(mohallamart)/products/[productId]/not-found.tsx";
import ApplicationNotFound from "./(mohallamart)/sell/applications/[shopkeeperId]/not-found.tsx";
import TenOceanLayout from "./ten-ocean/layout.tsx";
import RegistrationNotFound from "./ten-ocean/residents/[userId]/not-found.tsx";

/** The same as when the section's page finds out itself. */
const pages: Record<Section, () => ReactNode> = {
  "/orders": () => (
    <MohallaMartLayout>
      <OrderNotFound />
    </MohallaMartLayout>
  ),
  "/products": () => (
    <MohallaMartLayout>
      <ProductNotFound />
    </MohallaMartLayout>
  ),
  "/sell/applications": () => (
    <MohallaMartLayout>
      <ApplicationNotFound />
    </MohallaMartLayout>
  ),
  "/ten-ocean/residents": () => (
    <TenOceanLayout>
      <RegistrationNotFound />
    </TenOceanLayout>
  ),
};

/** For addresses that no page has, and for those about something that does not exist, which `proxy.ts` leads here. */
export default async function NotFound() {
  const [path = ""] = (await headers()).get(requestedPathHeader)?.split("?") ?? [];
  const found = sectionOf(askedFor(path));
  return found ? pages[found.section]() : <NothingHere />;
}

function NothingHere() {
  return (
    <main id="content" className="page narrow">
      <h1>There is nothing at this address</h1>
      <p>Check it for a typing mistake, or start again from one of these pages.</p>
      <ul>
        <li>
          <Link href="/">The shops of MohallaMart</Link>
        </li>
        <li>
          <Link href="/ten-ocean">The 10 Ocean tenant portal</Link>
        </li>
      </ul>
    </main>
  );
}
