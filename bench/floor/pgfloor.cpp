// pgfloor - physical limits of reading from PostgreSQL through libpq, and of the machine.
//   pgfloor catalog FILE.sql          run every statement of FILE in one libpq pipeline on one connection,
//                                     text results, every value touched; prints connect / first / total ms,
//                                     rows, bytes
//   pgfloor read MODE "SELECT ..."    MODE: text | binary | single (text row by row) | singlebin | copytext |
//   copybin pgfloor loop "SELECT ..." N       N round trips of one prepared statement: median / p95 / max
//   microseconds pgfloor machine                   memcpy GB/s, AF_UNIX stream GB/s between two processes
// Connection: the usual PG* environment variables.
// Build: c++ -O2 -std=c++20 pgfloor.cpp -I$(pg_config --includedir) -lpq -o pgfloor
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <libpq-fe.h>
#include <sstream>
#include <string>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>
using Clock = std::chrono::steady_clock;
static double ms(Clock::time_point a, Clock::time_point b)
{
    return std::chrono::duration<double, std::milli>(b - a).count();
}
static void die(PGconn *c, const char *what)
{
    fprintf(stderr, "%s: %s", what, c ? PQerrorMessage(c) : "\n");
    exit(1);
}
static unsigned long sink;
static size_t touch(const PGresult *r)
{
    size_t bytes = 0;
    int n = PQntuples(r), m = PQnfields(r);
    unsigned long s = 0;
    for (int i = 0; i < n; i++)
        for (int j = 0; j < m; j++)
            if (!PQgetisnull(r, i, j)) {
                int l = PQgetlength(r, i, j);
                bytes += l;
                if (l)
                    s += (unsigned char)PQgetvalue(r, i, j)[l - 1];
            }
    sink += s;
    asm volatile("" : : "r"(&sink) : "memory");
    return bytes;
}
static std::vector<std::string> statements(const char *path)
{ // split at ';' + newline, drop -- lines
    std::ifstream f(path);
    if (!f)
        die(nullptr, path);
    std::vector<std::string> out;
    std::string line, cur;
    while (std::getline(f, line)) {
        size_t p = line.find_first_not_of(" \t");
        if (p == std::string::npos || line.compare(p, 2, "--") == 0)
            continue;
        cur += line + "\n";
        size_t e = line.find_last_not_of(" \t\r");
        if (line[e] == ';') {
            out.push_back(cur);
            cur.clear();
        }
    }
    return out;
}
static PGconn *connect()
{
    PGconn *c = PQconnectdb("");
    if (PQstatus(c) != CONNECTION_OK)
        die(c, "connect");
    return c;
}
static long peakKb()
{
    rusage u;
    getrusage(RUSAGE_SELF, &u);
    return u.ru_maxrss;
}

static int catalog(const char *path)
{
    auto q = statements(path);
    auto t0 = Clock::now();
    PGconn *c = connect();
    auto t1 = Clock::now();
    if (!PQenterPipelineMode(c))
        die(c, "pipeline");
    for (auto &s : q)
        if (!PQsendQueryParams(c, s.c_str(), 0, 0, 0, 0, 0, 0))
            die(c, "send"); // text: what a tool without binary decoders would use
    PQpipelineSync(c);
    size_t bytes = 0;
    long rows = 0;
    Clock::time_point last = t1;
    for (size_t i = 0; i < q.size(); i++) {
        PGresult *r;
        while ((r = PQgetResult(c))) {
            auto st = PQresultStatus(r);
            if (st != PGRES_TUPLES_OK && st != PGRES_COMMAND_OK) {
                fprintf(stderr, "%s\n%s", q[i].c_str(), PQresultErrorMessage(r));
                return 1;
            }
            rows += PQntuples(r);
            bytes += touch(r);
            auto now = Clock::now();
            if (getenv("PGFLOOR_VERBOSE"))
                printf("  q%-2zu %8.1f ms %8d rows\n", i + 1, ms(last, now), PQntuples(r));
            last = now;
            PQclear(r);
        }
    }
    auto t2 = Clock::now();
    PQfinish(c);
    printf("connect_ms\t%.2f\tqueries_ms\t%.2f\ttotal_ms\t%.2f\trows\t%ld\tbytes\t%zu\tpeak_kb\t%ld\n",
           ms(t0, t1), ms(t1, t2), ms(t0, t2), rows, bytes, peakKb());
    return 0;
}
static int read(const std::string &mode, const std::string &sql)
{
    auto t0 = Clock::now();
    PGconn *c = connect();
    auto t1 = Clock::now();
    Clock::time_point first{};
    size_t bytes = 0;
    long rows = 0;
    if (mode == "copytext" || mode == "copybin") {
        std::string q = "copy (" + sql + ") to stdout" + (mode == "copybin" ? " (format binary)" : "");
        PGresult *r = PQexec(c, q.c_str());
        if (PQresultStatus(r) != PGRES_COPY_OUT)
            die(c, "copy");
        PQclear(r);
        char *b;
        int l;
        while ((l = PQgetCopyData(c, &b, 0)) > 0) {
            if (!rows++)
                first = Clock::now();
            bytes += l;
            PQfreemem(b);
        }
        if (l == -2)
            die(c, "copy");
    } else {
        bool bin = mode == "binary" || mode == "singlebin", single = mode == "single" || mode == "singlebin";
        if (!PQsendQueryParams(c, sql.c_str(), 0, 0, 0, 0, 0, bin))
            die(c, "send");
        if (single)
            PQsetSingleRowMode(c);
        PGresult *r;
        while ((r = PQgetResult(c))) {
            auto st = PQresultStatus(r);
            if (st != PGRES_TUPLES_OK && st != PGRES_SINGLE_TUPLE)
                die(c, "read");
            if (!rows)
                first = Clock::now();
            rows += PQntuples(r);
            bytes += touch(r);
            PQclear(r);
        }
    }
    auto t2 = Clock::now();
    PQfinish(c);
    printf("connect_ms\t%.2f\tfirst_ms\t%.2f\ttotal_ms\t%.2f\trows\t%ld\tbytes\t%zu\tpeak_kb\t%ld\n",
           ms(t0, t1), ms(t1, first), ms(t1, t2), rows, bytes, peakKb());
    return 0;
}
static int loop(const char *sql, int n)
{
    PGconn *c = connect();
    PGresult *p = PQprepare(c, "s", sql, 0, 0);
    if (PQresultStatus(p) != PGRES_COMMAND_OK)
        die(c, "prepare");
    PQclear(p);
    std::vector<double> t;
    long rows = 0;
    for (int i = 0; i < n; i++) {
        auto a = Clock::now();
        PGresult *r = PQexecPrepared(c, "s", 0, 0, 0, 0, 1);
        if (PQresultStatus(r) != PGRES_TUPLES_OK)
            die(c, "exec");
        rows = PQntuples(r);
        touch(r);
        PQclear(r);
        t.push_back(ms(a, Clock::now()) * 1000);
    }
    std::sort(t.begin(), t.end());
    printf("median_us\t%.0f\tp95_us\t%.0f\tmax_us\t%.0f\trows\t%ld\n", t[n / 2], t[n * 95 / 100], t[n - 1],
           rows);
    PQfinish(c);
    return 0;
}
static int machine()
{
    const size_t N = 256u << 20;
    std::vector<char> a(N, 1), b(N, 2);
    double best = 1e9;
    for (int i = 0; i < 5; i++) {
        auto t = Clock::now();
        memcpy(b.data(), a.data(), N);
        best = std::min(best, ms(t, Clock::now()));
        sink += b[i];
    }
    printf("memcpy_GBps\t%.2f\n", N / best / 1e6);
    int fd[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, fd))
        return 1;
    for (size_t chunk : {8192u, 65536u}) { // 8 KiB is the server's own send buffer
        const size_t total = 2ul << 30;
        pid_t pid = fork();
        if (!pid) {
            size_t left = total;
            while (left) {
                ssize_t w = write(fd[0], a.data(), std::min(left, chunk));
                if (w <= 0)
                    _exit(1);
                left -= w;
            }
            _exit(0);
        }
        auto t = Clock::now();
        size_t left = total;
        while (left) {
            ssize_t r = ::read(fd[1], b.data(), std::min<size_t>(left, 1 << 16));
            if (r <= 0)
                return 1;
            left -= r;
        }
        printf("unix_socket_%zuK_GBps\t%.2f\n", chunk >> 10, total / ms(t, Clock::now()) / 1e6);
        waitpid(pid, nullptr, 0);
    }
    return 0;
}
int main(int argc, char **argv)
{
    std::string m = argc > 1 ? argv[1] : "";
    if (m == "catalog" && argc > 2)
        return catalog(argv[2]);
    if (m == "read" && argc > 3)
        return read(argv[2], argv[3]);
    if (m == "loop" && argc > 3)
        return loop(argv[2], atoi(argv[3]));
    if (m == "machine")
        return machine();
    if (sink == 42)
        puts("");
    fprintf(stderr, "usage: pgfloor catalog FILE | read MODE SQL | loop SQL N | machine\n");
    return 2;
}
