// placeholder
export default function DossierPage({ id }: { id: string }) {
  return <p>{id}</p>;
}
