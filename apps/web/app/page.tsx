export default function Home() {
  return <main>MohallaMart</main>;
}
