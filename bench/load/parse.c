/* The peer of S6: how long libical takes to parse a file, in ms, the median of the last hundred of two hundred times. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static int compare(const void *one, const void *other)
{
    double a = *(const double *)one, b = *(const double *)other;
    return (a > b) - (a < b);
}

int main(int count, char **words)
{
    FILE *file = count == 2 ? fopen(words[1], "rb") : NULL;
    if (!file) return 1;
    fseek(file, 0, SEEK_END);
    long length = ftell(file);
    rewind(file);
    char *text = calloc(length + 1, 1);
    if (fread(text, 1, length, file) != (size_t)length) return 1;
    double times[100];
    for (int i = 0; i < 200; i++) {
        struct timespec begin, end;
        clock_gettime(CLOCK_MONOTONIC, &begin);
        icalcomponent *calendar = icalparser_parse_string(text);
        clock_gettime(CLOCK_MONOTONIC, &end);
        if (!calendar || icalcomponent_count_components(calendar, ICAL_VEVENT_COMPONENT) == 0) return 1;
        icalcomponent_free(calendar);
        times[i % 100] = (end.tv_sec - begin.tv_sec) * 1e3 + (end.tv_nsec - begin.tv_nsec) / 1e6;
    }
    qsort(times, 100, sizeof *times, compare);
    printf("%g\n", times[50]);
    return 0;
}
