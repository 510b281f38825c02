// The floor of a Qt command line: a QCoreApplication that does nothing. `squall --version` is stated as a
// ratio to this program in the same run. Build: c++ -O2 -std=c++20 -fPIC coreapp.cpp $(pkg-config --cflags
// --libs Qt6Core) -o coreapp
#include <QCoreApplication>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    return 0;
}
