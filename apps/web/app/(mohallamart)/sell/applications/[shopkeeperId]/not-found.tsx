import Link from "next/link";

export default function ApplicationNotFound() {
  return (
    <div className="page narrow">
      <h1>There is no such application</h1>
      <p>
        Or it is not shown here yet: sign in with the address that you applied with, then open this page
        again.
      </p>
      <p>
        <Link href="/sign-in">Sign in</Link> · <Link href="/sell">Open a shop</Link>
      </p>
    </div>
  );
}
