// The floor of a Qt 6 Widgets desktop explorer: a window with a tree, a 10 000 000-row virtual table and a
// text editor, no database. Start-up and idle memory of Squall are to be stated as ratios to this program in
// the same run. Build: c++ -O2 -std=c++20 -fPIC qtfloor.cpp $(pkg-config --cflags --libs Qt6Widgets) -o
// qtfloor
#include <QAbstractTableModel>
#include <QApplication>
#include <QHeaderView>
#include <QMainWindow>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTableView>
#include <QTreeWidget>
class Rows : public QAbstractTableModel
{
public:
    int rowCount(const QModelIndex & = {}) const override { return 10'000'000; }
    int columnCount(const QModelIndex & = {}) const override { return 10; }
    QVariant data(const QModelIndex &i, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(QString::number(i.row() * 10LL + i.column())) : QVariant();
    }
};
int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QMainWindow w;
    Rows rows;
    auto *split = new QSplitter;
    auto *tree = new QTreeWidget;
    auto *right = new QSplitter(Qt::Vertical);
    auto *table = new QTableView;
    for (int i = 0; i < 100; i++)
        new QTreeWidgetItem(tree, {QString("table %1").arg(i)});
    table->setModel(&rows);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    right->addWidget(new QPlainTextEdit("select 1;"));
    right->addWidget(table);
    split->addWidget(tree);
    split->addWidget(right);
    w.menuBar()->addMenu("File");
    w.setCentralWidget(split);
    w.resize(1100, 750);
    w.show();
    return app.exec();
}
