import type { Metadata } from "next";
import { CodePage } from "#src/session/sign-in-pages.tsx";

export const metadata: Metadata = { title: "Sign in" };

export default function Page({ searchParams }: PageProps<"/ten-ocean/sign-in/code">) {
  return <CodePage product="ten-ocean" searchParams={searchParams} />;
}
