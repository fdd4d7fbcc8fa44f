// What the caller is told, and how much of it he has not read.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schema } from './client';

export type Notice = Schema['Notice'];

export function useUnreadCount() {
  return useQuery({
    queryKey: ['notices', 'count'],
    queryFn: ({ signal }) => answer(api.GET('/v1/notices/count', { signal })),
    select: (answered) => answered.unread,
  });
}

export function useNotices() {
  return useInfiniteQuery({
    queryKey: ['notices', 'list'],
    queryFn: ({ signal, pageParam }) => answer(api.GET('/v1/notices', { signal, params: { query: { cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.cursor,
  });
}

export function useMarkRead() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: Schema['NoticesRead']) => answer(api.POST('/v1/notices/read', { body })),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['notices'] }),
  });
}
