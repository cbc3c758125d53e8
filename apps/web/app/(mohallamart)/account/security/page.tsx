import type { Metadata } from "next";
import { currentWords } from "#src/language/current-words.ts";
import { SecurityPage } from "#src/session/security/security-page.tsx";
import { securityWords } from "#src/session/security/words.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentWords(securityWords)).say("title") };
}

export default function Page({ searchParams }: PageProps<"/account/security">) {
  return <SecurityPage product="mohallamart" searchParams={searchParams} />;
}
