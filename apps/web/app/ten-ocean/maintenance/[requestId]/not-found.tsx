import Link from "next/link";

export default function RequestNotFound() {
  return (
    <div className="page narrow">
      <h1>There is no such request for you</h1>
      <p>It may be somebody else&rsquo;s. Your own are in your list.</p>
      <p>
        <Link href="/ten-ocean/maintenance">To your requests</Link>
      </p>
    </div>
  );
}
