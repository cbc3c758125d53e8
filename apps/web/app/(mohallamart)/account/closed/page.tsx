import type { Metadata } from "next";
import Link from "next/link";

export const metadata: Metadata = { title: "Your account is closed" };

export default function AccountClosedPage() {
  return (
    <div className="page narrow">
      <h1>Your account is closed</h1>
      <p>What we knew of you is being erased. Thank you for having been here.</p>
      <p>
        <Link href="/">To the shops</Link>
      </p>
    </div>
  );
}
