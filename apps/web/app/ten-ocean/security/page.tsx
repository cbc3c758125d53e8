import type { Metadata } from "next";
import { SecurityPage } from "#src/session/security/security-page.tsx";

export const metadata: Metadata = { title: "Sign-in and security" };

export default function Page({ searchParams }: PageProps<"/ten-ocean/security">) {
  return <SecurityPage product="ten-ocean" searchParams={searchParams} />;
}
