import Link from "next/link";

export default function ApplicationNotFound() {
  return (
    <div className="page narrow">
      <h1>There is no such application</h1>
      <p>Copy the address of your application&rsquo;s page in full and open it again, or apply now.</p>
      <p>
        <Link href="/sell">Open a shop</Link>
      </p>
    </div>
  );
}
