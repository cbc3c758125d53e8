import type { Metadata } from "next";
import Link from "next/link";

export const metadata: Metadata = { title: "Your account is deleted" };

export default function AccountDeletedPage() {
  return (
    <div className="page narrow">
      <h1>Your account is deleted</h1>
      <p>
        You are signed out everywhere. What is left of you in the portal is being erased at this moment, and
        once more in half an hour, for what was just under way.
      </p>
      <p>Thank you for having been a neighbor.</p>
      <p>
        <Link href="/ten-ocean">To the portal</Link>
      </p>
    </div>
  );
}
