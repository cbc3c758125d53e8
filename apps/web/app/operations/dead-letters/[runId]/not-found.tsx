import Link from "next/link";

export default function DeadLetterNotFound() {
  return (
    <div className="page narrow">
      <h1>No such failed run is kept</h1>
      <p>
        Its id may be cut off, or it was settled long ago and deleted since. The engine may still have the
        run.
      </p>
      <p>
        <Link href="/operations/dead-letters">To the failed runs</Link>
      </p>
    </div>
  );
}
