import Link from "next/link";

export default function OrderNotFound() {
  return (
    <div className="page narrow">
      <h1>There is no such order</h1>
      <p>
        An order&rsquo;s address starts with <code>/orders/ord_</code>. Copy it in full from your confirmation
        email or SMS and open it again.
      </p>
      <p>
        <Link href="/">Go to the shops</Link>
      </p>
    </div>
  );
}
