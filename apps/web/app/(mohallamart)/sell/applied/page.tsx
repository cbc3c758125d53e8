import type { Metadata } from "next";
import Link from "next/link";

export const metadata: Metadata = { title: "Look into your mailbox", robots: { index: false } };

/** The same for everybody who applies, whether they have an account or not. */
export default function AppliedPage() {
  return (
    <div className="page narrow">
      <h1>Look into your mailbox</h1>
      <p>
        We are sending an email to the address that you gave. Follow the link in it within a day: you have
        applied once you have.
      </p>
      <p>
        Nothing there after a few minutes? Look among the unwanted mail. If you mistyped the address,{" "}
        <Link href="/sell">apply again</Link>.
      </p>
    </div>
  );
}
