// Names that only the plans know: of award forms in lists, and of figures.
import { useQuery } from '@tanstack/react-query';
import { answer, api } from './client';

/** Gives the function that names an award form of a plan; the code stands in until the plans are there. */
export function useFormNames() {
  const plans = useQuery({
    queryKey: ['plans'],
    queryFn: ({ signal }) => answer(api.GET('/v1/plans', { signal })),
    staleTime: 3_600_000,
  });
  return (plan: string | undefined, form: string) => {
    const forms = (plans.data?.items ?? []).filter((each) => !plan || each.id === plan).flatMap((each) => each.award_forms);
    return forms.find((each) => each.code === form)?.name ?? form;
  };
}

interface Figure {
  readonly id: string;
  readonly name: string;
  readonly unit?: string;
}

export function useFigures(plan: { id: string; version: number }) {
  return useQuery({
    queryKey: ['plan', plan.id, plan.version],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/v1/plans/{id}', { signal, params: { path: { id: plan.id }, query: { version: plan.version } } }),
      ),
    select: (document) => (document.definition.figures ?? []) as Figure[],
    staleTime: 3_600_000,
  });
}
