import Link from "next/link";

export default function NotFound() {
  return (
    <main id="content" className="page narrow">
      <h1>There is nothing at this address</h1>
      <p>Check it for a typing mistake, or start again from one of these pages.</p>
      <ul>
        <li>
          <Link href="/">The shops of MohallaMart</Link>
        </li>
        <li>
          <Link href="/ten-ocean">The 10 Ocean tenant portal</Link>
        </li>
      </ul>
    </main>
  );
}
