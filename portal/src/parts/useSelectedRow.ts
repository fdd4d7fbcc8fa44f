// Which row of a list is selected; kept in the address so that "back" finds it again.
import { useLocation, useSearch } from 'wouter';

const name = 'row';

export function useSelectedRow(): readonly [string | undefined, (id: string) => void] {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const selected = new URLSearchParams(search).get(name) ?? undefined;
  const select = (id: string) => {
    if (id === selected) return;
    const wanted = new URLSearchParams(window.location.search);
    wanted.set(name, id);
    navigate(`${path}?${wanted}`, { replace: true, state: window.history.state });
  };
  return [selected, select];
}
