import Link from "next/link";

export default function ProductNotFound() {
  return (
    <div className="page narrow">
      <h1>This product is not sold here</h1>
      <p>The shop may have closed, or the address has a mistake in it.</p>
      <Link href="/search">See everything in your lane</Link>
    </div>
  );
}
