import type { Metadata } from "next";
import { frameWords } from "#src/design/words.ts";
import { currentWords } from "#src/language/current-words.ts";
import { AddressPage } from "#src/session/sign-in-pages.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentWords(frameWords)).say("signIn") };
}

export default function Page({ searchParams }: PageProps<"/sign-in">) {
  return <AddressPage product="mohallamart" searchParams={searchParams} />;
}
