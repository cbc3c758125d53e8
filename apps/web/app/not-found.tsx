import { wordsIn } from "@org/stores/mohallamart/words/catalogue";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import type { ReactNode } from "react";
import { productHead } from "#src/design/product-head.ts";
import { productAt } from "#src/http/product-at.ts";
import { refusalPageWords } from "#src/http/refusal-words.ts";
import { requestedPathHeader } from "#src/http/requested-path.ts";
import { documentLanguage } from "#src/language/current-language.ts";
import { askedFor, type Section, sectionOf } from "#src/missing/sections.ts";
import MohallaMartLayout from "./(mohallamart)/layout.tsx";
import OrderNotFound from "./(mohallamart)/orders/[orderId]/not-found.tsx";
import ProductNotFound from "./(mohallamart)/products/[productId]/not-found.tsx";
import ApplicationNotFound from "./(mohallamart)/sell/applications/[shopkeeperId]/not-found.tsx";
import ShopNotFound from "./(mohallamart)/shops/[shopId]/not-found.tsx";
import AnnouncementNotFound from "./ten-ocean/announcements/[announcementId]/not-found.tsx";
import EventNotFound from "./ten-ocean/events/[eventId]/not-found.tsx";
import TopicNotFound from "./ten-ocean/forum/[topicId]/not-found.tsx";
import TenOceanLayout from "./ten-ocean/layout.tsx";
import RequestNotFound from "./ten-ocean/maintenance/[requestId]/not-found.tsx";
import PortalNotFound, { metadata as portalNotFound } from "./ten-ocean/not-found.tsx";
import RegistrationNotFound from "./ten-ocean/residents/[userId]/not-found.tsx";

/** The same as when the section's page finds out itself. */
const pages: Record<Section, () => ReactNode | Promise<ReactNode>> = {
  "/checkout": OrderNotFound,
  "/o": OrderNotFound,
  "/orders": OrderNotFound,
  "/products": ProductNotFound,
  "/sell/applications": ApplicationNotFound,
  "/shops": ShopNotFound,
  "/ten-ocean/announcements": AnnouncementNotFound,
  "/ten-ocean/events": EventNotFound,
  "/ten-ocean/forum": TopicNotFound,
  "/ten-ocean/maintenance": RequestNotFound,
  "/ten-ocean/residents": RegistrationNotFound,
};

/** The path that was asked for. */
async function pathAskedFor(): Promise<string> {
  const [path = ""] = (await headers()).get(requestedPathHeader)?.split("?") ?? [];
  return askedFor(path);
}

export async function generateMetadata(): Promise<Metadata> {
  const product = productAt(await pathAskedFor());
  const { metadata, name } = productHead[product];
  const { say } = wordsIn(refusalPageWords, await documentLanguage());
  const title = product === "ten-ocean" ? portalNotFound.title : say("nothingHereTitle");
  return { ...metadata, title: { absolute: `${title} · ${name}` } };
}

export async function generateViewport(): Promise<Viewport> {
  return productHead[productAt(await pathAskedFor())].viewport;
}

/** For addresses that no page has, and for those about something that does not exist, which `proxy.ts` leads here. */
export default async function NotFound() {
  const path = await pathAskedFor();
  const section = sectionOf(path)?.section;
  if (productAt(path) === "ten-ocean") {
    const Page = section ? pages[section] : PortalNotFound;
    return (
      <TenOceanLayout>
        <Page />
      </TenOceanLayout>
    );
  }
  if (!section) return <NothingHere />;
  const Page = pages[section];
  return (
    <MohallaMartLayout>
      <Page />
    </MohallaMartLayout>
  );
}

async function NothingHere() {
  const { say } = wordsIn(refusalPageWords, await documentLanguage());
  return (
    <main id="content" className="page narrow">
      <h1>{say("nothingHereTitle")}</h1>
      <p>{say("nothingHere")}</p>
      <ul>
        <li>
          <Link href="/">{say("ourShops")}</Link>
        </li>
        <li>
          <Link href="/ten-ocean">{say("ourPortal")}</Link>
        </li>
      </ul>
    </main>
  );
}
