#include <QTextStream>

int main()
{
    QTextStream(stdout) << "squall " << SQUALL_VERSION << '\n';
    return 0;
}
