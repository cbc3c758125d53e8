import Link from "next/link";

export default function TopicNotFound() {
  return (
    <div className="page narrow">
      <h1>There is no such topic</h1>
      <p>Copy its address in full and open it again, or look for it in the forum.</p>
      <p>
        <Link href="/ten-ocean/forum">To the forum</Link>
      </p>
    </div>
  );
}
