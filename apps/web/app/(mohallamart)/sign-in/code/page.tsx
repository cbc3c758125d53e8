import type { Metadata } from "next";
import { CodePage } from "#src/session/sign-in-pages.tsx";

export const metadata: Metadata = { title: "Sign in" };

export default function Page({ searchParams }: PageProps<"/sign-in/code">) {
  return <CodePage product="mohallamart" searchParams={searchParams} />;
}
