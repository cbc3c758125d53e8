import Link from "next/link";

export function EventNotFound() {
  return (
    <div className="page narrow">
      <h1>There is no such event</h1>
      <p>Copy its address in full and open it again, or look for it in the list.</p>
      <p>
        <Link href="/ten-ocean/events">All events</Link>
      </p>
    </div>
  );
}
