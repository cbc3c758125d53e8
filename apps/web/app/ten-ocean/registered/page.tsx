import type { Metadata } from "next";
import Link from "next/link";

export const metadata: Metadata = { title: "Look into your mailbox", robots: { index: false } };

/** The same for everybody who registers, known or not: who lives here is nobody's business. */
export default function RegisteredPage() {
  return (
    <div className="page narrow">
      <h1>Look into your mailbox</h1>
      <p>
        We are sending an email to the address that you gave. Follow the link in it within a day: you are
        registered once you have.
      </p>
      <p>
        Nothing there after a few minutes? Look among the unwanted mail, and for an earlier email if you sent
        the form more than once today. If you mistyped the address,{" "}
        <Link href="/ten-ocean">register again</Link>.
      </p>
    </div>
  );
}
