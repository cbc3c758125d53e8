import type { Metadata } from "next";
import { AddressPage } from "#src/session/sign-in-pages.tsx";

export const metadata: Metadata = { title: "Sign in" };

export default function Page({ searchParams }: PageProps<"/sign-in">) {
  return <AddressPage product="mohallamart" searchParams={searchParams} />;
}
