import type { Metadata } from "next";
import { AccountPage } from "#src/session/sign-in-pages.tsx";

export const metadata: Metadata = { title: "Sign in" };

export default function Page({ searchParams }: PageProps<"/ten-ocean/sign-in/account">) {
  return <AccountPage product="ten-ocean" searchParams={searchParams} />;
}
