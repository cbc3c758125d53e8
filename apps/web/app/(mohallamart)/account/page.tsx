import type { Metadata } from "next";
import { requireRole } from "../../../src/session/current-person.ts";

export const metadata: Metadata = { title: "My account" };

export default async function AccountPage() {
  const { name, email } = await requireRole("customer");
  return (
    <div className="page narrow">
      <h1>Hello, {name}</h1>
      <p>Your confirmations and codes go to {email}.</p>
    </div>
  );
}
